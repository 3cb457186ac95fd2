package dev.datause.examples.quickstart;

import dev.datause.Audience;
import dev.datause.Category;
import dev.datause.DataUsePolicy;
import dev.datause.Decision;
import dev.datause.Ground;
import dev.datause.LinkedIn;
import dev.datause.Member;
import dev.datause.Policy;
import dev.datause.Purpose;
import dev.datause.Recipient;
import dev.datause.Use;
import dev.datause.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The README's tables, made by asking the policy rather than by reading its rules. */
final class PolicyTables {
    private static final List<String> REGION_TITLES =
            List.of("EU, EEA, Switzerland", "United Kingdom", "Canada, Hong Kong", "US and elsewhere");
    /** Countries of each region; all of one region have one answer. */
    private static final List<List<String>> REGIONS = List.of(
            List.of("DE", "IE", "RE", "AX", "IS", "LI", "NO", "CH"),
            List.of("GB"),
            List.of("CA", "HK"),
            List.of("US", "BR", "IN", "JP", "PR"));

    private static final LocalDate SETTLED = LocalDate.of(2026, 6, 1);
    private static final LocalDate EVENT = LocalDate.of(2026, 5, 1);

    private final Policy policy = LinkedIn.policy();
    private final DataUsePolicy strict = LinkedIn.strict();
    private final DataUsePolicy documented = LinkedIn.documented();
    private final List<Purpose> purposes = policy.vocabulary().purposes().stream()
            .map(Vocabulary.PurposeEntry::name)
            .toList();
    private final List<Recipient> recipients = policy.vocabulary().recipients().stream()
            .map(Vocabulary.RecipientEntry::name)
            .toList();

    /** For each purpose and recipient the first day on which data of that day may be used, by region. */
    String firstDays() {
        List<String> lines = new ArrayList<>();
        lines.add("| use | " + String.join(" | ", REGION_TITLES) + " | sources |");
        lines.add("|---|---|---|---|---|---|");
        for (Purpose purpose : purposes) {
            for (Recipient recipient : recipients) {
                if (!data(strict, purpose, recipient).isEmpty()) {
                    Set<String> sources = new TreeSet<>();
                    StringBuilder line = new StringBuilder(named(purpose, recipient));
                    for (List<String> region : REGIONS) {
                        line.append(" | ").append(cell(purpose, recipient, region, sources));
                    }
                    lines.add(line + " | " + String.join(", ", inOrder(sources)) + " |");
                }
            }
        }
        return String.join("\n", lines);
    }

    private String cell(Purpose purpose, Recipient recipient, List<String> countries, Set<String> sources) {
        Set<String> cells = new LinkedHashSet<>();
        for (String country : countries) {
            String first = firstDay(strict, purpose, recipient, country, sources);
            String other = firstDay(documented, purpose, recipient, country, sources);
            cells.add(first.equals(other) ? first : "strict: " + first + "; documented: " + other);
        }
        if (cells.size() != 1) {
            throw new AssertionError("the countries of one region differ: " + countries + " " + cells);
        }
        return cells.iterator().next();
    }

    private String firstDay(
            DataUsePolicy reading, Purpose purpose, Recipient recipient, String country, Set<String> sources) {
        Category category = data(strict, purpose, recipient).get(0);
        Member member = clean(country).build();
        for (LocalDate day = LocalDate.of(2024, 1, 1); day.getYear() < 2028; day = day.plusDays(1)) {
            Decision decision = reading.decide(use(member, purpose, recipient, category, day));
            for (Ground ground : decision.grounds()) {
                if (ground.accept(new Says())) {
                    ground.citations().forEach(citation -> sources.add(citation.source()));
                }
            }
            if (decision.permitted()) {
                return day.toString();
            }
        }
        return "never";
    }

    /** For each purpose and recipient which data may be used, and what of the member stops it. */
    String stops() {
        List<String> lines = new ArrayList<>();
        lines.add("| use | of which data | stopped by |");
        lines.add("|---|---|---|");
        for (Purpose purpose : purposes) {
            for (Recipient recipient : recipients) {
                List<Category> data = data(strict, purpose, recipient);
                if (!data.isEmpty()) {
                    lines.add(named(purpose, recipient) + " | "
                            + beside(strings(data), strings(data(documented, purpose, recipient)), "documented also")
                            + " | "
                            + beside(
                                    stoppedBy(documented, purpose, recipient),
                                    stoppedBy(strict, purpose, recipient),
                                    "strict also")
                            + " |");
                }
            }
        }
        return String.join("\n", lines);
    }

    private static List<String> strings(List<Category> categories) {
        return categories.stream().map(Category::toString).toList();
    }

    private static String beside(List<String> few, List<String> many, String also) {
        if (!many.containsAll(few)) {
            throw new AssertionError(few + " is not within " + many);
        }
        List<String> more = many.stream().filter(one -> !few.contains(one)).toList();
        String text = String.join(", ", few);
        return more.isEmpty() ? text : text + "; " + also + ": " + String.join(", ", more);
    }

    /** Which data of a member with nothing against it may be used somewhere, shown to anyone. */
    private List<Category> data(DataUsePolicy reading, Purpose purpose, Recipient recipient) {
        List<Category> data = new ArrayList<>();
        for (Vocabulary.CategoryEntry entry : policy.vocabulary().categories()) {
            boolean used = REGIONS.stream()
                    .flatMap(List::stream)
                    .anyMatch(country -> reading.isPermitted(
                            use(clean(country).build(), purpose, recipient, entry.name(), SETTLED)));
            if (used && !entry.name().equals(Category.of("none"))) {
                data.add(entry.name());
            }
        }
        return data;
    }

    private List<String> stoppedBy(DataUsePolicy reading, Purpose purpose, Recipient recipient) {
        List<String> stops = new ArrayList<>();
        Vocabulary words = policy.vocabulary();
        words.settings()
                .forEach(setting -> add(
                        stops,
                        "*" + setting.title() + "* off",
                        reading,
                        purpose,
                        recipient,
                        member -> member.off(setting.name(), EVENT)));
        words.signals()
                .forEach(signal -> add(
                        stops,
                        signal.title(),
                        reading,
                        purpose,
                        recipient,
                        member -> member.present(signal.name(), EVENT)));
        words.objections()
                .forEach(scope -> add(
                        stops,
                        scope.title(),
                        reading,
                        purpose,
                        recipient,
                        member -> member.granted(scope.name(), EVENT)));
        words.flags()
                .forEach(flag -> add(
                        stops,
                        "reason to believe under 18",
                        reading,
                        purpose,
                        recipient,
                        member -> member.flag(flag.name())));
        add(stops, "education account", reading, purpose, recipient, member -> member.trait("account", "education"));
        add(stops, "age under 16", reading, purpose, recipient, member -> member.born(SETTLED.minusYears(15)));
        add(stops, "age 16 or 17", reading, purpose, recipient, member -> member.born(SETTLED.minusYears(17)));
        return stops;
    }

    private void add(
            List<String> stops,
            String title,
            DataUsePolicy reading,
            Purpose purpose,
            Recipient recipient,
            UnaryOperator<Member.Builder> with) {
        if (stops(reading, purpose, recipient, with)) {
            stops.add(title);
        }
    }

    /** Whether a fact turns a permission into a denial, in some region, for some data. */
    private boolean stops(
            DataUsePolicy reading, Purpose purpose, Recipient recipient, UnaryOperator<Member.Builder> with) {
        for (Category category : data(reading, purpose, recipient)) {
            for (List<String> region : REGIONS) {
                String country = region.get(0);
                Use plain = use(clean(country).build(), purpose, recipient, category, SETTLED);
                Use changed = use(with.apply(clean(country)).build(), purpose, recipient, category, SETTLED);
                if (reading.isPermitted(plain) && !reading.isPermitted(changed)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The questions, with the answer of each reading and those that neither picks. */
    String questions() {
        List<String> lines = new ArrayList<>();
        lines.add("| | question | strict says | documented says | rival answers that neither picks |");
        lines.add("|---|---|---|---|---|");
        for (Policy.Question question : policy.questions()) {
            String first = answer(strict, question);
            String other = answer(documented, question);
            String rest = question.answers().stream()
                    .filter(answer ->
                            !answer.name().equals(first) && !answer.name().equals(other))
                    .map(PolicyTables::said)
                    .collect(Collectors.joining(" "));
            lines.add("| " + question.name() + " | " + question.asks() + " | " + said(question, first) + " | "
                    + (other.equals(first) ? "the same" : said(question, other)) + " | " + rest + " |");
        }
        return String.join("\n", lines);
    }

    private static String answer(DataUsePolicy reading, Policy.Question question) {
        return reading.reading().answers().get(question.name());
    }

    private static String said(Policy.Question question, String name) {
        return question.answers().stream()
                .filter(answer -> answer.name().equals(name))
                .map(PolicyTables::said)
                .findFirst()
                .orElseThrow();
    }

    private static String said(Policy.Answer answer) {
        Set<String> keys = new LinkedHashSet<>();
        answer.citations().forEach(citation -> keys.add(citation.source()));
        return answer.says() + " (" + String.join(", ", keys) + ")";
    }

    /** The sources and who speaks in them. */
    String sources() {
        List<String> lines = new ArrayList<>();
        lines.add("| key | what it is | where | who speaks |");
        lines.add("|---|---|---|---|");
        for (Policy.Source source : policy.sources()) {
            lines.add("| " + source.key() + " | " + source.title() + " | " + source.where() + " | "
                    + speaker(source.trust()) + " |");
        }
        return String.join("\n", lines);
    }

    private static String speaker(Policy.Trust trust) {
        return switch (trust) {
            case LEGAL_TEXT -> "legal text";
            case HELP -> "LinkedIn's help, as mirrored or quoted";
            case REGULATOR -> "regulator";
            case PRESS -> "press";
            case CHOICE -> "our choice";
        };
    }

    private List<String> inOrder(Set<String> keys) {
        return policy.sources().stream()
                .map(Policy.Source::key)
                .filter(keys::contains)
                .toList();
    }

    private static String named(Purpose purpose, Recipient recipient) {
        return "| `" + purpose + "` by `" + recipient + "`";
    }

    private Member.Builder clean(String country) {
        return Member.in(policy.vocabulary())
                .country(country)
                .born(LocalDate.of(1990, 5, 1))
                .trait("account", "standard")
                .othersUntouched();
    }

    private static Use use(Member member, Purpose purpose, Recipient recipient, Category category, LocalDate day) {
        return Use.of(member)
                .purpose(purpose)
                .recipient(recipient)
                .category(category)
                .audience(Audience.of("public"))
                .collected(day)
                .used(day);
    }

    /** Whether a ground says something about places and days: a rule that grants or prohibits. */
    private record Says() implements Ground.Cases<Boolean> {
        @Override
        public Boolean granted(Ground.Granted ground) {
            return true;
        }

        @Override
        public Boolean prohibited(Ground.Prohibited ground) {
            return true;
        }

        @Override
        public Boolean factUnknown(Ground.FactUnknown ground) {
            return false;
        }

        @Override
        public Boolean notGranted(Ground.NotGranted ground) {
            return false;
        }

        @Override
        public Boolean notInForce(Ground.NotInForce ground) {
            return false;
        }
    }
}
