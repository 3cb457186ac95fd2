package dev.datause.benchmarks;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The regions that the rules tell apart. */
enum Region {
    EU,
    /** The EEA besides the EU: Iceland, Liechtenstein, Norway. */
    EEA_ONLY,
    CH,
    GB,
    CA,
    HK,
    US,
    REST_OF_WORLD,
    UNKNOWN;

    static final Set<String> EU_27 = Set.of(
            "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU",
            "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE");
    static final Set<String> EU_REGIONS = Set.of("GP", "GF", "MQ", "YT", "RE", "MF", "AX");
    static final Set<String> EEA_BESIDES_EU = Set.of("IS", "LI", "NO");
    static final Set<String> EU_TERRITORIES =
            Set.of("GL", "FO", "NC", "PF", "WF", "PM", "BL", "AW", "CW", "SX", "BQ", "SJ");
    static final Set<String> GB_TERRITORIES = Set.of("GG", "JE", "IM", "GI");

    private static final Map<String, Region> STRICT = byCode(true);
    private static final Map<String, Region> DOCUMENTED = byCode(false);

    /** The region of a country code; unknown where the code is missing or not assigned. */
    static Region of(@Nullable String code, boolean strict) {
        if (code == null) {
            return UNKNOWN;
        }
        return (strict ? STRICT : DOCUMENTED).getOrDefault(code, UNKNOWN);
    }

    private static Map<String, Region> byCode(boolean strict) {
        Map<String, Region> regions = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            regions.put(code, REST_OF_WORLD);
        }
        EU_27.forEach(code -> regions.put(code, EU));
        EU_REGIONS.forEach(code -> regions.put(code, EU));
        EEA_BESIDES_EU.forEach(code -> regions.put(code, EEA_ONLY));
        regions.put("CH", CH);
        regions.put("GB", GB);
        regions.put("CA", CA);
        regions.put("HK", HK);
        regions.put("US", US);
        if (strict) {
            EU_TERRITORIES.forEach(code -> regions.put(code, EU));
            GB_TERRITORIES.forEach(code -> regions.put(code, GB));
        }
        return Map.copyOf(regions);
    }

    /** Whether the rules count the region as Europe: EU, EEA, Switzerland and the United Kingdom. */
    boolean inEurope() {
        return this == EU || this == EEA_ONLY || this == CH || this == GB;
    }
}
