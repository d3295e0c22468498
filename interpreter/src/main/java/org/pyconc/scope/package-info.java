/**
 * Names and code units: which variable a name means, and what an executor needs to know to run a
 * piece of code.
 */
@NullMarked
package org.pyconc.scope;

import org.jspecify.annotations.NullMarked;
