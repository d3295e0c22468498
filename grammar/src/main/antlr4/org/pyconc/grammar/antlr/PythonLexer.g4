/*
 * Tokens of Python 3.11, kept small so that a cold start builds few lexer states: strings and
 * numbers are only begun here and ended in Java (TokenReader), keywords come from a table there,
 * and so do NEWLINE's meaning, INDENT and DEDENT.
 */
lexer grammar PythonLexer;

tokens {
  INDENT, DEDENT, ERROR,
  FALSE, NONE, TRUE, AND, AS, ASSERT, ASYNC, AWAIT, BREAK, CLASS, CONTINUE, DEF, DEL, ELIF, ELSE,
  EXCEPT, FINALLY, FOR, FROM, GLOBAL, IF, IMPORT, IN, IS, LAMBDA, NONLOCAL, NOT, OR, PASS, RAISE,
  RETURN, TRY, WHILE, WITH, YIELD,
  MATCH, CASE
}

NEWLINE : '\n' ;
BLANK : [ \t\f]+ -> skip ;
COMMENT : '#' ~[\n]* -> skip ;
CONTINUATION : '\\' ;

NAME : [A-Za-z_\u0080-\u{10FFFF}] [A-Za-z0-9_\u0080-\u{10FFFF}]* ;
NUMBER : '.'? [0-9] ;
STRING : ([rR] [bBfF]? | [bBfF] [rR]? | [uU])? ['"] ;

LPAR : '(' ;
RPAR : ')' ;
LSQB : '[' ;
RSQB : ']' ;
LBRACE : '{' ;
RBRACE : '}' ;
COLON : ':' ;
COMMA : ',' ;
SEMICOLON : ';' ;
DOT : '.' ;
ELLIPSIS : '...' ;
ARROW : '->' ;
WALRUS : ':=' ;
ASSIGN : '=' ;
PLUS : '+' ;
MINUS : '-' ;
STAR : '*' ;
SLASH : '/' ;
VBAR : '|' ;
AMPERSAND : '&' ;
LESS : '<' ;
GREATER : '>' ;
PERCENT : '%' ;
EQUAL : '==' ;
NOT_EQUAL : '!=' ;
LESS_EQUAL : '<=' ;
GREATER_EQUAL : '>=' ;
TILDE : '~' ;
CIRCUMFLEX : '^' ;
LEFT_SHIFT : '<<' ;
RIGHT_SHIFT : '>>' ;
DOUBLE_STAR : '**' ;
DOUBLE_SLASH : '//' ;
AT : '@' ;
PLUS_ASSIGN : '+=' ;
MINUS_ASSIGN : '-=' ;
STAR_ASSIGN : '*=' ;
SLASH_ASSIGN : '/=' ;
PERCENT_ASSIGN : '%=' ;
AMPERSAND_ASSIGN : '&=' ;
VBAR_ASSIGN : '|=' ;
CIRCUMFLEX_ASSIGN : '^=' ;
LEFT_SHIFT_ASSIGN : '<<=' ;
RIGHT_SHIFT_ASSIGN : '>>=' ;
DOUBLE_STAR_ASSIGN : '**=' ;
DOUBLE_SLASH_ASSIGN : '//=' ;
AT_ASSIGN : '@=' ;

// No operator any more, but one token in error messages.
DIAMOND : '<>' ;

UNKNOWN : . ;
