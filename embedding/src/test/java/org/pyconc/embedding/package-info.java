/** Tests of the embedding as a Java program uses it. */
@org.jspecify.annotations.NullMarked
package org.pyconc.embedding;
