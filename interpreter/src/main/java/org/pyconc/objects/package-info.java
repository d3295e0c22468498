/**
 * The values of the language: types, instances, functions, containers. Java classes with the prefix
 * {@code Py}; small values are Java's own: Long and BigInteger, Double, Boolean, String.
 */
@NullMarked
package org.pyconc.objects;

import org.jspecify.annotations.NullMarked;
