package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.Audience;
import dev.datause.Category;
import dev.datause.DataUsePolicy;
import dev.datause.Decision;
import dev.datause.Member;
import dev.datause.Purpose;
import dev.datause.Recipient;
import dev.datause.Use;
import dev.datause.document.DocumentException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Facts about members that are like no others are put into every field, and looked for in everything that is said: in
 * answers, explanations, problems, traces, logs of every level, and in what objects say of themselves. An answer repeats
 * the caller's own id, and may name a day on which it changes; nothing else comes back.
 */
@Tag("costly")
class CanaryProperties {
    private static final LocalDate USED = LocalDate.of(2031, 7, 19);

    /** One member whose every fact is a canary, and what nobody may say. */
    private static final class Canaries {
        final RandomGenerator random;
        final TreeSet<String> all = new TreeSet<>();

        Canaries(RandomGenerator random) {
            this.random = random;
        }

        String word() {
            StringBuilder word = new StringBuilder("Cnry");
            for (int i = 0; i < 8; i++) {
                word.append((char) ('a' + random.nextInt(26)));
            }
            all.add(word.toString());
            return word.toString();
        }

        LocalDate day(int from, int until) {
            LocalDate first = LocalDate.of(from, 1, 1);
            long days = LocalDate.of(until, 1, 1).toEpochDay() - first.toEpochDay();
            LocalDate day = first.plusDays(random.nextInt((int) days));
            all.add(day.toString());
            return day;
        }

        String event(String is) {
            return "{\"day\":\"" + day(2012, 2019) + "\",\"is\":\"" + is + "\"}";
        }

        <T> T from(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }

        String request() {
            String purpose = random.nextInt(4) == 0 ? word() : from(List.of("ai-training", "affiliate-ads"));
            String category = random.nextInt(4) == 0 ? word() : from(List.of("profile", "private-message"));
            String trait = random.nextInt(3) == 0 ? word() : "standard";
            return "{\"purpose\":\"" + purpose + "\",\"recipient\":\"" + from(List.of("linkedin", "microsoft", word()))
                    + "\",\"category\":\"" + category + "\",\"audience\":\"" + word() + "\",\"collected\":\""
                    + day(2019, 2025) + "\",\"used\":\"" + USED + "\",\"member\":{\"country\":\""
                    + word() + "\",\"born\":\"" + day(1930, 1990) + "\",\"moves\":[{\"day\":\""
                    + day(2005, 2008) + "\",\"to\":\"" + word() + "\"},{\"day\":\"" + day(2008, 2012)
                    + "\",\"to\":\"DE\"}],"
                    + "\"settings\":{\"ads-off-linkedin\":[" + event("off") + "," + event("on")
                    + "],\"data-for-generative-ai-improvement\":[" + event("off") + "]},"
                    + "\"signals\":{\"global-privacy-control\":[" + event("present") + "]},"
                    + "\"objections\":{\"other-ml\":[" + event("filed") + "," + event("granted") + "]},"
                    + "\"flags\":[\"reason-to-believe-minor\"],\"traits\":{\"account\":\"" + trait + "\"}"
                    + (random.nextBoolean() ? ",\"othersUntouched\":true" : "") + "}}";
        }

        /** The same with something wrong: a value of another kind, a canary where a word must be, a piece cut out. */
        String damaged(String request) {
            List<String> canaries = List.copyOf(all);
            String canary = from(canaries);
            return switch (random.nextInt(6)) {
                case 0 -> request.replace("\"" + canary + "\"", "[\"" + canary + "\"]");
                case 1 -> request.replace("\"is\":\"", "\"is\":\"" + canary);
                case 2 -> request.replace("\"day\":\"", "\"" + canary + "\":\"");
                case 3 -> request.replace("\"settings\":{\"", "\"settings\":{\"" + canary);
                case 4 -> request.replace(canary, canary + "\\q");
                default -> {
                    int at = random.nextInt(request.length());
                    yield request.substring(0, at) + request.substring(Math.min(request.length(), at + 3));
                }
            };
        }
    }

    private static String trace(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }

    private static void say(StringBuilder said, Object... all) {
        for (Object one : all) {
            said.append(one).append('\n');
        }
    }

    /** Everything that can be asked of a request, and of what comes of it. */
    private static void tell(String request, boolean explained, StringBuilder said) {
        byte[] bytes = Given.bytes(request);
        for (GroundsForm form : GroundsForm.values()) {
            say(said, Bundled.answers(DecisionRun.of(Bundled.BOTH).with(form), bytes));
        }
        try {
            Request read = RequestReader.of(Bundled.POLICY.vocabulary()).read(bytes);
            Use use = read.use();
            say(said, read, use, use.member(), List.of(use), Optional.of(use.member()));
            for (DataUsePolicy policy : Bundled.BOTH) {
                Decision decision = policy.decide(use);
                say(said, decision, decision.grounds(), explained ? Explanation.of(policy, use) : "", policy);
                use.purpose()
                        .ifPresent(purpose -> say(
                                said,
                                policy.permits(purpose, USED),
                                policy.guard(purpose, USED, (Member member) -> member),
                                policy.isPermitted(use.member(), purpose, USED)));
            }
        } catch (DocumentException e) {
            say(said, trace(e), e.problems());
        }
    }

    /** The same facts through the builders, right and wrong. */
    private static void build(Canaries canaries, StringBuilder said) {
        Member.Builder member = Bundled.STRICT.member();
        String word = canaries.word();
        LocalDate day = canaries.day(2012, 2019);
        List<Runnable> calls = List.of(
                () -> member.country(word),
                () -> member.born(day.minusYears(40)),
                () -> member.moved(day, word),
                () -> member.moved(day, "FR"),
                () -> member.flag(word),
                () -> member.trait("account", word),
                () -> member.trait(word, "standard"),
                () -> member.off(word, day),
                () -> member.off("ads-off-linkedin", day),
                () -> member.present(word, day),
                () -> member.filed(word, day),
                () -> member.granted("other-ml", day),
                () -> member.untouched(word),
                () -> member.born(day.withYear(2300)),
                () -> member.off("ads-off-linkedin", day.withYear(1800)),
                () -> say(said, member, member.build()),
                () -> say(said, Use.of(member.build()).collected(day.withYear(2500))),
                () -> say(
                        said,
                        Bundled.STRICT.decide(Use.of(member.build())
                                .purpose(Purpose.of("ai-training"))
                                .recipient(Recipient.of("linkedin"))
                                .category(Category.of("profile"))
                                .audience(Audience.of("public"))
                                .collected(day)
                                .used(USED))));
        canaries.all.add(day.minusYears(40).toString());
        canaries.all.add(day.withYear(2300).toString());
        canaries.all.add(day.withYear(1800).toString());
        canaries.all.add(day.withYear(2500).toString());
        for (Runnable call : calls) {
            try {
                call.run();
            } catch (IllegalArgumentException | IllegalStateException | DateTimeException e) {
                say(said, trace(e));
            }
        }
    }

    /** Keeps what is logged, of whatever level. */
    private static final class Kept extends Handler {
        private final StringBuilder said;

        Kept(StringBuilder said) {
            this.said = said;
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord message) {
            say(said, message.getMessage(), message.getParameters() == null ? "" : List.of(message.getParameters()));
            Throwable thrown = message.getThrown();
            say(said, thrown == null ? "" : trace(thrown));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void noFactOfAMemberIsInAnythingThatIsSaid() {
        StringBuilder logged = new StringBuilder();
        Logger root = Logger.getLogger("");
        Level level = root.getLevel();
        Handler kept = new Kept(logged);
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        List<String> said = new ArrayList<>();
        int[] refused = new int[1];
        root.addHandler(kept);
        root.setLevel(Level.ALL);
        try (PrintStream all = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(all);
            System.setErr(all);
            Logger.getLogger("dev.datause").finest("is kept");
            Tries.of(500, random -> {
                Canaries canaries = new Canaries(random);
                StringBuilder text = new StringBuilder();
                String request = canaries.request();
                tell(request, random.nextInt(8) == 0, text);
                tell(canaries.damaged(request), false, text);
                build(canaries, text);
                refused[0] += text.indexOf("\"error\"") >= 0 ? 1 : 0;
                assertTrue(canaries.all.size() > 15);
                for (String canary : canaries.all) {
                    assertFalse(text.indexOf(canary) >= 0, () -> canary + " is in " + text);
                }
                said.addAll(canaries.all);
            });
        } finally {
            System.setOut(out);
            System.setErr(err);
            root.removeHandler(kept);
            root.setLevel(level);
        }
        assertTrue(!Tries.ENOUGH || refused[0] > 300, refused[0] + " refused");
        assertTrue(logged.indexOf("is kept") >= 0);
        String elsewhere = logged + printed.toString(StandardCharsets.UTF_8);
        assertEquals(
                List.of(), said.stream().filter(elsewhere::contains).distinct().toList());
    }
}
