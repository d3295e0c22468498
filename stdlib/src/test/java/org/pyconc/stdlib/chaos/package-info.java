@NullMarked
package org.pyconc.stdlib.chaos;

import org.jspecify.annotations.NullMarked;
