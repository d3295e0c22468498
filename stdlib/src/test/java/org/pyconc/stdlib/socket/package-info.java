@NullMarked
package org.pyconc.stdlib.socket;

import org.jspecify.annotations.NullMarked;
