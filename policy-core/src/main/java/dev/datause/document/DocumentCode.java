package dev.datause.document;

/** Every kind of problem that reading a document, and a policy above all, can find. */
public enum DocumentCode implements Code {
    /** No bytes could be had. */
    UNREADABLE("DP001", "the file cannot be read"),
    /** More than the limits allow. */
    LIMIT("DP002", "a limit is exceeded"),
    /** The bytes are no text. */
    NOT_UTF8("DP003", "the bytes are not UTF-8"),
    /** Characters that nobody sees, or half a character. */
    CHARACTER("DP004", "a character that may not stand here"),
    /** The grammar of JSON is broken. */
    SYNTAX("DP005", "this is not JSON"),
    /** The document was cut. */
    TRUNCATED("DP006", "the document ends too early"),
    /** A second value, or anything else, follows the first. */
    TRAILING("DP007", "something follows the end of the document"),
    /** Two equal keys in one object. */
    EQUAL_KEYS("DP008", "the same key stands twice in one object"),
    /** Nothing there, or no object. */
    NO_OBJECT("DP009", "the document holds no object"),
    /** Text for a list, a number for text, and so on. */
    WRONG_KIND("DP010", "a value of the wrong kind"),
    /** An explicit null. */
    NULL("DP011", "null is no value"),
    /** Text or a list or an object without content. */
    EMPTY("DP012", "empty where something must be"),
    /** A required key is not there. */
    MISSING_KEY("DP013", "a required key is missing"),
    /** A key that the format does not have. */
    UNKNOWN_KEY("DP014", "a key that the format does not have"),
    /** Not of the one shape of names. */
    NOT_A_NAME("DP015", "not a name"),
    /** Not a calendar day of the years that are taken. */
    NOT_A_DAY("DP016", "not a day"),
    /** Not a whole number, or out of its range. */
    NOT_A_NUMBER("DP017", "not a whole number in its range"),
    /** None of the words that may stand here. */
    NOT_A_CHOICE("DP018", "none of the words that may stand here"),
    /** The same thing twice in one list. */
    TWICE("DP019", "the same thing stands twice in one list"),
    /** Text that should be one short line and is not. */
    TOO_LONG("DP020", "text is longer than its place allows"),
    /** A format version of the future, or none at all. */
    FORMAT("DP021", "a format version that this library does not know"),
    /** A name that the policy does not define. */
    UNKNOWN_NAME("DP022", "a name that the policy does not define"),
    /** Not an assigned country code. */
    UNKNOWN_COUNTRY("DP023", "not an assigned country code"),
    /** The list of countries lost or gained a line. */
    COUNT("DP024", "the number of countries is not the one stated"),
    /** Definitions, jurisdictions or trees that lead back to themselves. */
    CIRCLE("DP025", "a circle of names"),
    /** Two rules, or two other things, under one name. */
    SAME_NAME("DP026", "two things have one name"),
    /** A rule that can never be true. */
    DEAD_RULE("DP027", "a rule that can never match"),
    /** A definition that no rule reaches. */
    UNUSED_DEFINITION("DP028", "a definition that no rule uses"),
    /** A reading that leaves a question open. */
    UNANSWERED("DP029", "a reading that leaves a question open"),
    /** Two rows of one table for one country. */
    OVERLAP("DP030", "a country lies in two rows of one table"),
    /** An EEA without the EU. */
    EEA_WITHOUT_EU("DP031", "the EEA does not include the EU"),
    /** The words are not in the cited text. */
    QUOTE_NOT_FOUND("DP032", "the quote is not in the text of its source"),
    /** The cited text is not there. */
    NO_SOURCE_TEXT("DP033", "the text of a source cannot be had"),
    /** An object that should be a condition and is not. */
    NOT_A_CONDITION("DP034", "not a condition"),
    /** A jurisdiction without any country, whatever the answers. */
    NO_COUNTRY("DP035", "a jurisdiction without any country"),
    /** Keys that exclude each other, or of which one is needed. */
    KEYS_TOGETHER("DP036", "keys that do not go together"),
    /** A last day before the first. */
    DAYS_REVERSED("DP037", "a last day before the first"),
    /** Two statements for everywhere else. */
    TWO_ELSEWHERE("DP038", "two statements for everywhere else"),
    /** A document name that leads out of its folder. */
    NOT_A_FILE_NAME("DP039", "not a relative file name"),
    /** Warning: there are no rules. */
    NO_RULES("DP091", "warning: there is no rule, so everything is denied"),
    /** Warning: nothing is prohibited. */
    NO_PROHIBITION("DP092", "warning: nothing is prohibited"),
    /** Warning: a source that is never cited. */
    SOURCE_NOT_CITED("DP093", "warning: a source that nothing cites"),
    /** Warning: quotes that could not be checked. */
    QUOTES_NOT_CHECKED("DP094", "warning: quotes of a source without a document"),
    /** Warning: a question on which nothing depends. */
    QUESTION_WITHOUT_EFFECT("DP095", "warning: a question on which nothing depends");

    private final String id;
    private final String meaning;

    DocumentCode(String id, String meaning) {
        this.id = id;
        this.meaning = meaning;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
