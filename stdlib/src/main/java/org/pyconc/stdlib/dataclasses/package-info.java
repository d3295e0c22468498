/** The module {@code dataclasses}. */
@NullMarked
package org.pyconc.stdlib.dataclasses;

import org.jspecify.annotations.NullMarked;
