package dev.datause.gate;

import java.util.Arrays;

/** Whole numbers in a row, without a box around each. */
final class IntList {
    private int[] numbers = new int[4];
    private int size;

    int size() {
        return size;
    }

    int get(int at) {
        return numbers[at];
    }

    void set(int at, int number) {
        numbers[at] = number;
    }

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    int removeLast() {
        return numbers[--size];
    }

    boolean isEmpty() {
        return size == 0;
    }

    int[] toArray() {
        return Arrays.copyOf(numbers, size);
    }
}
