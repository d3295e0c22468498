/** What {@code cProfile} stands on. */
@NullMarked
package org.pyconc.stdlib.profile;

import org.jspecify.annotations.NullMarked;
