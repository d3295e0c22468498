/** What the event loop of {@code asyncio} waits with. */
@NullMarked
package org.pyconc.stdlib.asyncio;

import org.jspecify.annotations.NullMarked;
