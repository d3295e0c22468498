/** What encodings written in the language need of the host. */
@NullMarked
package org.pyconc.stdlib.encodings;

import org.jspecify.annotations.NullMarked;
