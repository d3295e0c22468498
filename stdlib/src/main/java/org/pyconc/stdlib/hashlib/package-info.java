/** The modules {@code hashlib} and {@code binascii}. */
@NullMarked
package org.pyconc.stdlib.hashlib;

import org.jspecify.annotations.NullMarked;
