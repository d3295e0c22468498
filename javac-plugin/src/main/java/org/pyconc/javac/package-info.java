/**
 * A step of the build: replaces what javac leaves to be generated when the program runs by plain
 * code. Pattern switches ({@code switch (x) {case A a -> ...}}) and the {@code equals} and {@code
 * hashCode} of records are {@code invokedynamic} calls: the JVM builds classes for them when they
 * are first reached, which takes between half a millisecond and ten, and which the start-up cache
 * of JDK 25 cannot keep.
 */
@NullMarked
package org.pyconc.javac;

import org.jspecify.annotations.NullMarked;
