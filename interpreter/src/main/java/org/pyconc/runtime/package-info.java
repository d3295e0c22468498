/** What a running program has: processes' own state, modules, imports, standard streams. */
@NullMarked
package org.pyconc.runtime;

import org.jspecify.annotations.NullMarked;
