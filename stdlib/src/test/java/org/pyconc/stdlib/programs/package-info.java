/** Runs the golden programs: each file of the language beside what CPython 3.11 prints for it. */
@NullMarked
package org.pyconc.stdlib.programs;

import org.jspecify.annotations.NullMarked;
