package dev.datause.gate;

import dev.datause.Audience;
import dev.datause.Category;
import dev.datause.Member;
import dev.datause.Purpose;
import dev.datause.Recipient;
import dev.datause.Use;
import dev.datause.Vocabulary;
import dev.datause.document.Document;
import dev.datause.document.DocumentCode;
import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import dev.datause.document.Node;
import dev.datause.document.Problems;
import dev.datause.document.Values;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads requests, one JSON object each, in the words of one policy. The format is described in
 * {@code docs/request-format.md}.
 *
 * <p>What is left out is unknown. What is wrong refuses the whole request, before any rule is asked: a key that the
 * format does not have, a value of the wrong kind, a day that is none, an event that cannot be understood, since it may
 * be the opt-out. A purpose, recipient, category, audience, country or value of a trait that the policy does not know
 * is no mistake of form: the rules decide about it, as about nothing they permit.
 *
 * <p>Immutable and thread-safe. Linear in the bytes.
 */
public final class RequestReader {
    /** How much of one request is taken: 4 MiB, and in all else what {@link Limits#STANDARD} takes. */
    public static final Limits LIMITS = Limits.STANDARD.withFileBytes(4 << 20);

    static final String NAME = "request";
    private static final int LONGEST_ID = 256;

    private final MemberReader members;
    private final Member nothingKnown;
    private final Names<Purpose> purposes;
    private final Names<Recipient> recipients;
    private final Names<Category> categories;
    private final Names<Audience> audiences;

    private RequestReader(Vocabulary vocabulary) {
        members = new MemberReader(vocabulary);
        nothingKnown = Member.in(vocabulary).build();
        purposes = new Names<>(
                Purpose::of, names(vocabulary.purposes(), e -> e.name().name()));
        recipients = new Names<>(
                Recipient::of, names(vocabulary.recipients(), e -> e.name().name()));
        categories = new Names<>(
                Category::of, names(vocabulary.categories(), e -> e.name().name()));
        audiences = new Names<>(Audience::of, names(vocabulary.audiences(), Vocabulary.Entry::name));
    }

    /** A reader of requests in the words of {@code vocabulary}. */
    public static RequestReader of(Vocabulary vocabulary) {
        return new RequestReader(vocabulary);
    }

    private static <E> List<String> names(List<E> entries, Function<E, String> name) {
        return entries.stream().map(name).toList();
    }

    /**
     * Reads one request.
     *
     * @throws dev.datause.document.DocumentException with every problem found, if the request is refused; no problem
     *     repeats anything that the request says
     */
    public Request read(byte[] bytes) {
        Document document = JsonDocument.line(NAME, bytes, 0, bytes.length, 1, LIMITS);
        Problems problems = Problems.of(document);
        @Nullable Use use = use(document.root(), true, problems).orElse(null);
        if (use == null) {
            throw problems.exception();
        }
        return new Request(id(document.root()), use);
    }

    /** The id of a request, if it has one that can be echoed, whatever is wrong with the rest. */
    static Optional<String> id(Node request) {
        @Nullable
        Node id = request instanceof Node.Members members ? members.get("id").orElse(null) : null;
        return id == null ? Optional.empty() : id(id, Problems.of(NAME, dev.datause.document.Lines.hidden()));
    }

    private static Optional<String> id(Node node, Problems problems) {
        String id = Values.text(node, "id", LONGEST_ID, problems);
        return id.isEmpty() ? Optional.empty() : Optional.of(id);
    }

    /**
     * The use that a request asks about, or empty after a problem.
     *
     * @param named whether the request may have an id
     */
    Optional<Use> use(Node request, boolean named, Problems problems) {
        if (!(request instanceof Node.Members fields)) {
            Values.wrongKind(request, "a request", "an object", problems);
            return Optional.empty();
        }
        @Nullable Node facts = fields.get("member").orElse(null);
        Member member =
                facts == null ? nothingKnown : members.read(facts, problems).orElse(nothingKnown);
        Use.Builder use = Use.of(member);
        @Nullable LocalDate used = null;
        boolean dated = false;
        for (Node.Entry entry : fields.entries()) {
            Node value = entry.value();
            switch (entry.key()) {
                case "member" -> {}
                case "purpose" -> text(value, "purpose", problems).ifPresent(t -> use.purpose(purposes.of(t)));
                case "recipient" -> text(value, "recipient", problems).ifPresent(t -> use.recipient(recipients.of(t)));
                case "category" -> text(value, "category", problems).ifPresent(t -> use.category(categories.of(t)));
                case "audience" -> text(value, "audience", problems).ifPresent(t -> use.audience(audiences.of(t)));
                case "collected" -> Values.day(value, "collected", problems).ifPresent(use::collected);
                case "used" -> {
                    dated = true;
                    used = Values.day(value, "used", problems).orElse(null);
                }
                default -> {
                    if (!named || !entry.key().equals("id")) {
                        unknownKey(entry, problems);
                    } else {
                        Optional<String> unused = id(value, problems);
                    }
                }
            }
        }
        if (!dated) {
            problems.add(DocumentCode.MISSING_KEY, fields.at(), "the key \"used\" is missing");
        }
        return used == null || !problems.isEmpty() ? Optional.empty() : Optional.of(use.used(used));
    }

    /** Text of any shape: what is no name is a name that no policy knows. */
    static Optional<String> text(Node node, String what, Problems problems) {
        if (node instanceof Node.Text text) {
            return Optional.of(text.text());
        }
        Values.wrongKind(node, what, "text", problems);
        return Optional.empty();
    }

    static void unknownKey(Node.Entry entry, Problems problems) {
        problems.addUnknown(DocumentCode.UNKNOWN_KEY, entry.keyAt(), "unknown key", entry.key(), List.of());
    }

    /**
     * The names of one kind that a policy knows, and one name that it does not, which stands for all others: a request
     * may hold any text there, and a batch any number of them.
     */
    private static final class Names<N> {
        private final Map<String, N> known = new HashMap<>();
        private final N other;

        Names(Function<String, N> make, List<String> names) {
            StringBuilder unknown = new StringBuilder("other");
            while (names.contains(unknown.toString())) {
                unknown.append('x');
            }
            names.forEach(name -> known.put(name, make.apply(name)));
            other = make.apply(unknown.toString());
        }

        N of(String name) {
            return known.getOrDefault(name, other);
        }
    }
}
