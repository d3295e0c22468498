package org.pyconc.grammar.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a function.
 *
 * @param positionalOnly those before {@code /}
 * @param positional those that can be given by position or by name
 * @param varArgs the {@code *args} parameter
 * @param keywordOnly those behind {@code *} or {@code *args}
 * @param keywordDefaults one per keyword-only parameter; null where it has none
 * @param kwArgs the {@code **kwargs} parameter
 * @param defaults of the last parameters of {@code positionalOnly} and {@code positional} together
 */
public record Parameters(
    List<Parameter> positionalOnly,
    List<Parameter> positional,
    @Nullable Parameter varArgs,
    List<Parameter> keywordOnly,
    List<@Nullable Expression> keywordDefaults,
    @Nullable Parameter kwArgs,
    List<Expression> defaults) {}
