"""Where event loops report what nobody else hears of."""

import logging

logger = logging.getLogger('asyncio')
