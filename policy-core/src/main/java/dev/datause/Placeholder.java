package dev.datause;

/** Keeps the module compiling until the first real type arrives. */
final class Placeholder {

    static final String MODULE = "policy-core";

    private Placeholder() {}
}
