/** The native half of the module {@code ssl}: certificates, keys and the host's TLS engine. */
@NullMarked
package org.pyconc.stdlib.ssl;

import org.jspecify.annotations.NullMarked;
