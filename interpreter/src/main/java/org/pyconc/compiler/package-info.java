/**
 * The compiled tier: one JVM class for each code unit, which drives the same operations as the
 * interpreter.
 */
@NullMarked
package org.pyconc.compiler;

import org.jspecify.annotations.NullMarked;
