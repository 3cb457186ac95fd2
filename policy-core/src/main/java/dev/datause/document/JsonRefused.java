package dev.datause.document;

/** Why and where characters are refused; never leaves this package. */
final class JsonRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final DocumentCode code;
    private final int offset;

    JsonRefused(DocumentCode code, int offset, String message) {
        super(message, null, false, false);
        this.code = code;
        this.offset = offset;
    }

    DocumentCode code() {
        return code;
    }

    int offset() {
        return offset;
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
