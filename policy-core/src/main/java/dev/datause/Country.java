package dev.datause;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A country or territory by its assigned ISO 3166-1 alpha-2 code, as the standard's list of 249 stood in November 2025.
 *
 * <p>Codes are compared exactly: {@code UK}, {@code EL}, {@code fr} and {@code ZZ} are no assigned codes, and what is
 * no assigned code is an unknown country, never the rest of the world.
 */
public final class Country implements Comparable<Country> {
    private static final String[] CODES = ("AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ "
                    + "BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR "
                    + "CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR "
                    + "GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU "
                    + "ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ "
                    + "LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ "
                    + "MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF "
                    + "PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI "
                    + "SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR "
                    + "TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW")
            .split(" ");
    private static final List<Country> ALL = all(CODES);
    static final int COUNT = CODES.length;

    private final String code;
    private final int index;

    private Country(String code, int index) {
        this.code = code;
        this.index = index;
    }

    private static List<Country> all(String[] codes) {
        Country[] countries = new Country[codes.length];
        for (int i = 0; i < countries.length; i++) {
            countries[i] = new Country(codes[i], i);
        }
        return List.of(countries);
    }

    /** The country with this code, or empty where the code is not assigned. Constant time, no allocation but the result. */
    public static Optional<Country> of(String code) {
        int index = indexOf(Objects.requireNonNull(code, "code"));
        return index < 0 ? Optional.empty() : Optional.of(ALL.get(index));
    }

    /** All assigned codes in alphabetical order. */
    public static List<Country> all() {
        return ALL;
    }

    /** The position of an assigned code among all, or a negative number. */
    static int indexOf(String code) {
        return Arrays.binarySearch(CODES, code);
    }

    static Country at(int index) {
        return ALL.get(index);
    }

    int index() {
        return index;
    }

    /** The two letters. */
    public String code() {
        return code;
    }

    @Override
    public int compareTo(Country other) {
        return Integer.compare(index, other.index);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Country country && country.index == index;
    }

    @Override
    public int hashCode() {
        return index;
    }

    @Override
    public String toString() {
        return code;
    }
}
