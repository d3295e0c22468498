/** What several modules of the library need. */
@NullMarked
package org.pyconc.stdlib.support;

import org.jspecify.annotations.NullMarked;
