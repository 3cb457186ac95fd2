package dev.datause;

/** What decisions call a fact that was missing. These are words about a kind of fact, never the fact of a member. */
final class Facts {
    static final String PURPOSE = "purpose";
    static final String RECIPIENT = "recipient";
    static final String CATEGORY = "category";
    static final String AUDIENCE = "audience";
    static final String COLLECTED = "day of collection";

    private Facts() {}

    static String country(int at) {
        return "country" + on(at);
    }

    static String age(int at) {
        return "age" + on(at);
    }

    static String trait(String name) {
        return "trait " + name;
    }

    static String setting(String name, int at) {
        return "setting " + name + on(at);
    }

    static String signal(String name, int at) {
        return "signal " + name + on(at);
    }

    static String objections(String scope, int at) {
        return "objections " + scope + on(at);
    }

    private static String on(int at) {
        return at == Axis.AT_USE ? " at use" : at == Axis.AT_COLLECTION ? " at collection" : " on " + Days.date(at);
    }
}
