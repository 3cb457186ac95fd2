package dev.datause.examples.quickstart;

import dev.datause.LinkedIn;
import dev.datause.Permitted;

/** The sink of AI training. Its signature says whose texts it takes: those that a policy permitted. */
final class TrainingSet {
    private long texts;
    private long words;

    void add(Permitted<Row> row) {
        String text = row.valueFor(LinkedIn.AI_TRAINING).text();
        texts++;
        words += text.chars().filter(letter -> letter == ' ').count() + 1;
    }

    @Override
    public String toString() {
        return "training set: " + texts + " texts, " + words + " words";
    }
}
