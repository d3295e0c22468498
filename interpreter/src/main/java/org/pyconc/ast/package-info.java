/** The Truffle interpreter: nodes over Truffle frames that drive the operations. */
@NullMarked
package org.pyconc.ast;

import org.jspecify.annotations.NullMarked;
