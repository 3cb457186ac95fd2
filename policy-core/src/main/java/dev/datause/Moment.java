package dev.datause;

import java.time.LocalDate;

/** On which day a condition looks at a fact. */
public sealed interface Moment {
    /** On the day the data is used. */
    Moment USE = new AtUse();
    /** On the day the data was collected; the fact is unknown where that day is. */
    Moment COLLECTION = new AtCollection();

    /** On a day that the policy names. */
    static Moment on(LocalDate day) {
        return new OnDay(day);
    }

    /** The day of use. */
    record AtUse() implements Moment {
        @Override
        public String toString() {
            return "use";
        }
    }

    /** The day of collection. */
    record AtCollection() implements Moment {
        @Override
        public String toString() {
            return "collection";
        }
    }

    /**
     * A fixed day.
     *
     * @param day the day
     */
    record OnDay(LocalDate day) implements Moment {
        /** Refuses days outside the years that this library takes. */
        public OnDay {
            Days.checked(day, "day");
        }

        @Override
        public String toString() {
            return day.toString();
        }
    }
}
