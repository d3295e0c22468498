/*
 * Python 3.11, factored so that one token decides every alternative (no adaptive prediction). It
 * therefore admits more than the language: any expression as an assignment target, empty places
 * between commas, 'as' inside any parentheses. The tree builder refuses those.
 * Operators form one flat list; the tree builder resolves their precedence.
 */
parser grammar PythonParser;

options { tokenVocab = PythonLexer; }

file : statement* EOF ;

expressionInput : starExpressions NEWLINE* EOF ;

// An expression of an f-string arrives wrapped in parentheses.
fstringExpression : group NEWLINE* EOF ;

statement
  : simpleStatements
  | ifStatement
  | whileStatement
  | forStatement
  | tryStatement
  | withStatement
  | functionDefinition
  | classDefinition
  | asyncStatement
  | decorated
  | matchStatement
  ;

simpleStatements : simpleStatement (SEMICOLON simpleStatement?)* NEWLINE ;

simpleStatement
  : expressionStatement
  | PASS
  | BREAK
  | CONTINUE
  | returnStatement
  | raiseStatement
  | globalStatement
  | nonlocalStatement
  | deleteStatement
  | assertStatement
  | importStatement
  | fromStatement
  ;

block : simpleStatements | NEWLINE INDENT statement+ DEDENT ;

// Simple statements

expressionStatement
  : assigned
    ( (ASSIGN assigned)*
    | COLON expression (ASSIGN assigned)?
    | augmentedAssign assigned
    )
  ;

assigned : yieldExpression | starExpressions ;

augmentedAssign
  : PLUS_ASSIGN | MINUS_ASSIGN | STAR_ASSIGN | SLASH_ASSIGN | PERCENT_ASSIGN | AMPERSAND_ASSIGN
  | VBAR_ASSIGN | CIRCUMFLEX_ASSIGN | LEFT_SHIFT_ASSIGN | RIGHT_SHIFT_ASSIGN | DOUBLE_STAR_ASSIGN
  | DOUBLE_SLASH_ASSIGN | AT_ASSIGN
  ;

returnStatement : RETURN starExpressions? ;

raiseStatement : RAISE (expression (FROM expression)?)? ;

globalStatement : GLOBAL NAME (COMMA NAME)* ;

nonlocalStatement : NONLOCAL NAME (COMMA NAME)* ;

deleteStatement : DEL targets ;

assertStatement : ASSERT expression (COMMA expression)? ;

importStatement : IMPORT importedModule (COMMA importedModule)* ;

importedModule : dottedName (AS NAME)? ;

fromStatement
  : FROM (DOT | ELLIPSIS)* dottedName? IMPORT
    ( STAR
    | LPAR importedName (COMMA importedName?)* RPAR
    | importedName (COMMA importedName)*
    )
  ;

importedName : NAME (AS NAME)? ;

dottedName : NAME (DOT NAME)* ;

// Compound statements

ifStatement
  : IF namedExpression COLON block (ELIF namedExpression COLON block)* elseBlock?
  ;

elseBlock : ELSE COLON block ;

whileStatement : WHILE namedExpression COLON block elseBlock? ;

forStatement : FOR targets IN starExpressions COLON block elseBlock? ;

tryStatement
  : TRY COLON block (exceptBlock+ elseBlock? finallyBlock? | finallyBlock)
  ;

exceptBlock : EXCEPT STAR? (expression (AS NAME)?)? COLON block ;

finallyBlock : FINALLY COLON block ;

withStatement : WITH withItem (COMMA withItem)* COLON block ;

withItem : expression (AS target)? ;

asyncStatement : ASYNC (functionDefinition | withStatement | forStatement) ;

decorated
  : (AT namedExpression NEWLINE)+ (functionDefinition | classDefinition | ASYNC functionDefinition)
  ;

functionDefinition : DEF NAME LPAR parameters? RPAR (ARROW expression)? COLON block ;

parameters : parameter (COMMA parameter?)* ;

parameter
  : NAME annotation? (ASSIGN expression)?
  | STAR (NAME annotation?)?
  | DOUBLE_STAR NAME annotation?
  | SLASH
  ;

annotation : COLON starExpression ;

classDefinition : CLASS NAME (LPAR arguments? RPAR)? COLON block ;

// Patterns

matchStatement : MATCH elements COLON NEWLINE INDENT caseBlock+ DEDENT ;

caseBlock : CASE patterns (IF namedExpression)? COLON block ;

patterns : pattern (COMMA pattern?)* ;

pattern : STAR NAME | closedPattern (VBAR closedPattern)* (AS NAME)? ;

closedPattern
  : MINUS? NUMBER ((PLUS | MINUS) NUMBER)?
  | STRING+
  | NONE
  | TRUE
  | FALSE
  | dottedName (LPAR patternArguments? RPAR)?
  | LPAR patterns? RPAR
  | LSQB patterns? RSQB
  | LBRACE (mappingItem (COMMA mappingItem?)*)? RBRACE
  ;

patternArguments : patternArgument (COMMA patternArgument?)* ;

patternArgument : pattern (ASSIGN pattern)? ;

mappingItem : DOUBLE_STAR NAME | closedPattern COLON pattern ;

// Expressions

targets : target (COMMA target?)* ;

target : STAR? arithmetic ;

starExpressions : starExpression (COMMA starExpression?)* ;

starExpression : STAR arithmetic | expression ;

elements : element (COMMA element?)* ;

element : STAR arithmetic | namedExpression ;

namedExpression : expression (WALRUS expression)? ;

expression
  : disjunction (IF disjunction ELSE expression)?
  | LAMBDA lambdaParameters? COLON expression
  ;

lambdaParameters : lambdaParameter (COMMA lambdaParameter?)* ;

lambdaParameter
  : NAME (ASSIGN expression)?
  | STAR NAME?
  | DOUBLE_STAR NAME
  | SLASH
  ;

yieldExpression : YIELD (FROM expression | starExpressions)? ;

// 'is not' is IS with an operand that begins with NOT.
disjunction
  : operand
    ( ( OR | AND | LESS | GREATER | EQUAL | NOT_EQUAL | LESS_EQUAL | GREATER_EQUAL | IN | IS | NOT IN
      | PLUS | MINUS | STAR | SLASH | PERCENT | AT | DOUBLE_SLASH | DOUBLE_STAR | VBAR | AMPERSAND
      | CIRCUMFLEX | LEFT_SHIFT | RIGHT_SHIFT
      ) operand
    )*
  ;

// What may stand before 'in' and behind a star: no comparison, no 'and', 'or', 'not'.
arithmetic
  : operand
    ( ( PLUS | MINUS | STAR | SLASH | PERCENT | AT | DOUBLE_SLASH | DOUBLE_STAR | VBAR | AMPERSAND
      | CIRCUMFLEX | LEFT_SHIFT | RIGHT_SHIFT
      ) operand
    )*
  ;

operand : (NOT | PLUS | MINUS | TILDE)* AWAIT? atom trailer* ;

trailer
  : DOT NAME
  | LPAR arguments? RPAR
  | LSQB slices RSQB
  ;

arguments : argument (COMMA argument?)* ;

argument
  : STAR expression
  | DOUBLE_STAR expression
  | expression (ASSIGN expression | WALRUS expression comprehension? | comprehension)?
  ;

slices : slice (COMMA slice?)* ;

slice : STAR expression | namedExpression bounds? | bounds ;

bounds : COLON expression? (COLON expression?)? ;

atom
  : NAME
  | NUMBER
  | STRING+
  | NONE
  | TRUE
  | FALSE
  | ELLIPSIS
  | group
  | LSQB (element (comprehension | (COMMA element?)*))? RSQB
  | LBRACE (braceElement (comprehension | (COMMA braceElement?)*))? RBRACE
  ;

group
  : LPAR (yieldExpression | groupElement (comprehension | (COMMA groupElement?)*))? RPAR
  ;

// 'as' only in the items of a with statement
groupElement : STAR arithmetic | namedExpression (AS target)? ;

braceElement
  : STAR arithmetic
  | DOUBLE_STAR arithmetic
  | namedExpression (COLON expression)?
  ;

comprehension : comprehensionClause+ ;

comprehensionClause : ASYNC? FOR targets IN disjunction (IF disjunction)* ;
