/** The module that docs/adding-a-module.md adds. */
@NullMarked
package org.pyconc.stdlib.example;

import org.jspecify.annotations.NullMarked;
