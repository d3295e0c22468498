/** The scanner below the module {@code xml.parsers.expat}. */
@NullMarked
package org.pyconc.stdlib.xml;

import org.jspecify.annotations.NullMarked;
