/** Keeps every Java file of the project in one style. */
@NullMarked
package org.pyconc.format;

import org.jspecify.annotations.NullMarked;
