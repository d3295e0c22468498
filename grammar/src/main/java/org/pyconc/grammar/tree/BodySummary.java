package org.pyconc.grammar.tree;

import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a function whose body has not been read.
 *
 * @param isGenerator whether there is a {@code yield} in it
 * @param suspendsProtected whether it can be suspended in a {@code try} or {@code with} statement
 * @param handlesExceptions whether there is one of these in it
 * @param hasLoop whether there is a loop in it
 * @param usesClass whether it or code inside it needs the class in which it stands
 * @param units how many pieces of code with a frame of their own it is: itself and those inside
 * @param doc the documentation string
 */
public record BodySummary(
    boolean isGenerator,
    boolean suspendsProtected,
    boolean handlesExceptions,
    boolean hasLoop,
    boolean usesClass,
    int units,
    @Nullable String doc) {}
