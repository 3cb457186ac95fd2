package dev.datause.examples.propertytests;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whom ads may be shown to at Microsoft: the rules, written by hand. */
public class Audience {
    private static final LocalDate START = LocalDate.of(2025, 11, 3);
    private static final int ADULT = 18;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    /** The European Union with its regions and territories, the EEA, Switzerland, the United Kingdom and its islands. */
    private static final Set<String> EUROPE =
            Set.of(("AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE "
                            + "GP GF MQ YT RE MF AX GL FO NC PF WF PM BL AW CW SX BQ SJ IS LI NO CH GB GG JE IM GI")
                    .split(" "));

    private static final Set<String> SETTINGS = Set.of(
            "share-data-with-affiliates",
            "ads-off-linkedin",
            "ad-category-profile",
            "ad-category-feed-activity",
            "ad-category-ad-engagement");

    /** A row of the audience. */
    public record Row(Account account) {}

    /** The audience on a day. */
    public List<Row> run(List<Account> accounts, LocalDate day) {
        return accounts.stream()
                .filter(account -> mayBeShown(account, day))
                .map(Row::new)
                .toList();
    }

    private boolean mayBeShown(Account account, LocalDate day) {
        Optional<String> country = account.country(day);
        return !day.isBefore(START)
                && country.isPresent()
                && COUNTRIES.contains(country.get())
                && !isInEurope(country.get())
                && account.born().isPresent()
                && isAdult(account.born().get(), day)
                && !account.believedMinor()
                && SETTINGS.stream()
                        .allMatch(setting ->
                                isFree(Optional.ofNullable(account.settings().get(setting)), day))
                && isFree(account.privacyControl(), day);
    }

    boolean isInEurope(String country) {
        return EUROPE.contains(country);
    }

    boolean isAdult(LocalDate born, LocalDate day) {
        return ChronoUnit.YEARS.between(born, day) >= ADULT;
    }

    /** Whether nothing was switched off; what was switched on again is so from the next day. */
    private boolean isFree(Optional<List<Account.Switch>> history, LocalDate day) {
        if (history.isEmpty()) {
            return false;
        }
        Optional<LocalDate> restricted = latest(history.get(), day, true);
        Optional<LocalDate> released = latest(history.get(), day.minusDays(1), false);
        return restricted.isEmpty() || (released.isPresent() && released.get().isAfter(restricted.get()));
    }

    private Optional<LocalDate> latest(List<Account.Switch> history, LocalDate day, boolean restricts) {
        return history.stream()
                .filter(one -> one.restricts() == restricts)
                .map(Account.Switch::day)
                .filter(of -> counts(of, day))
                .max(LocalDate::compareTo);
    }

    boolean counts(LocalDate event, LocalDate day) {
        return !event.isAfter(day);
    }
}
