package dev.datause;

/**
 * Whether two conditions ask for the same fact. Compared by hand: the {@code equals} of records is generated when it is
 * first used, which would take longer than everything else that happens while a policy is read.
 */
final class SameFact {
    private SameFact() {}

    /** Whether one condition is true exactly when the other is. Days and kinds of use are not compared here. */
    static boolean same(Condition one, Condition other) {
        if (one instanceof Condition.SettingIs a && other instanceof Condition.SettingIs b) {
            return a.on() == b.on() && sameSetting(a, b);
        }
        if (one instanceof Condition.SignalIs a && other instanceof Condition.SignalIs b) {
            return a.present() == b.present() && sameSignal(a, b);
        }
        if (one instanceof Condition.ObjectionStands a && other instanceof Condition.ObjectionStands b) {
            return a.scope().equals(b.scope())
                    && a.stage() == b.stage()
                    && same(a.at(), b.at())
                    && a.withdrawalCounts() == b.withdrawalCounts();
        }
        if (one instanceof Condition.Located a && other instanceof Condition.Located b) {
            return a.in().equals(b.in()) && same(a.at(), b.at());
        }
        if (one instanceof Condition.FirstDayReached a && other instanceof Condition.FirstDayReached b) {
            return a.table().equals(b.table()) && same(a.place(), b.place()) && same(a.day(), b.day());
        }
        if (one instanceof Condition.AgeAtLeast a && other instanceof Condition.AgeAtLeast b) {
            return a.years() == b.years() && same(a.at(), b.at());
        }
        if (one instanceof Condition.TraitIs a && other instanceof Condition.TraitIs b) {
            return a.trait().equals(b.trait()) && a.oneOf().equals(b.oneOf());
        }
        if (one instanceof Condition.FlagIsSet a && other instanceof Condition.FlagIsSet b) {
            return a.flag().equals(b.flag());
        }
        return one instanceof Condition.UsedBeforeCollected && other instanceof Condition.UsedBeforeCollected;
    }

    /** Whether the conditions name one setting, or one signal, in different states. */
    static boolean opposite(Condition one, Condition other) {
        if (one instanceof Condition.SettingIs a && other instanceof Condition.SettingIs b) {
            return a.on() != b.on() && sameSetting(a, b);
        }
        return one instanceof Condition.SignalIs a
                && other instanceof Condition.SignalIs b
                && a.present() != b.present()
                && sameSignal(a, b);
    }

    /**
     * A number that is equal for conditions that are the same or opposite, and for ages of one day, so that only what
     * has the same number need be compared.
     */
    static int hash(Condition condition) {
        if (condition instanceof Condition.SettingIs setting) {
            return hash(setting.setting(), setting.at());
        }
        if (condition instanceof Condition.SignalIs signal) {
            return hash(signal.signal(), signal.at());
        }
        if (condition instanceof Condition.ObjectionStands objection) {
            return hash(objection.scope(), objection.at());
        }
        if (condition instanceof Condition.Located located) {
            return hash(located.in(), located.at());
        }
        if (condition instanceof Condition.FirstDayReached reached) {
            return 31 * hash(reached.table(), reached.place()) + hash("", reached.day());
        }
        if (condition instanceof Condition.AgeAtLeast age) {
            return hash("", age.at());
        }
        if (condition instanceof Condition.TraitIs trait) {
            return 31 * trait.trait().hashCode() + trait.oneOf().hashCode();
        }
        return condition instanceof Condition.FlagIsSet flag ? flag.flag().hashCode() : 0;
    }

    private static int hash(Object what, Moment at) {
        int when = at instanceof Moment.OnDay on ? on.day().hashCode() : at instanceof Moment.AtUse ? 1 : 2;
        return 31 * what.hashCode() + when;
    }

    private static boolean sameSetting(Condition.SettingIs a, Condition.SettingIs b) {
        return a.setting().equals(b.setting()) && same(a.at(), b.at()) && a.onCounts() == b.onCounts();
    }

    private static boolean sameSignal(Condition.SignalIs a, Condition.SignalIs b) {
        return a.signal().equals(b.signal()) && same(a.at(), b.at()) && a.absentCounts() == b.absentCounts();
    }

    static boolean same(Moment one, Moment other) {
        if (one instanceof Moment.OnDay a && other instanceof Moment.OnDay b) {
            return a.day().equals(b.day());
        }
        boolean use = one instanceof Moment.AtUse && other instanceof Moment.AtUse;
        return use || (one instanceof Moment.AtCollection && other instanceof Moment.AtCollection);
    }
}
