package dev.datause.examples.quickstart;

/** Will ask one policy one question and print the answer. */
public final class Quickstart {

    private Quickstart() {}

    public static void main(String[] args) {
        System.out.println("Datause");
    }
}
