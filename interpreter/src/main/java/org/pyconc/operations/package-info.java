/**
 * What the language means: arithmetic, attributes, calls, containers, iteration. Both executors
 * call these.
 */
@NullMarked
package org.pyconc.operations;

import org.jspecify.annotations.NullMarked;
