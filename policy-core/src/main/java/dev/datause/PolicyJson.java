package dev.datause;

import dev.datause.document.Document;
import dev.datause.document.DocumentException;
import dev.datause.document.DocumentFile;
import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import dev.datause.document.Node;
import dev.datause.document.Problem;
import dev.datause.document.Problems;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Policies as JSON, see {@code docs/policy-format.md}.
 *
 * <p>Reading is strict and whole: a policy in which anything is wrong is refused with a {@link DocumentException} that
 * holds every problem found, each with its place; nothing of it takes effect. A policy that is read is consistent:
 * every name it uses is defined, no definition leads back to itself, no rule is dead by its form. Thread-safe. Linear
 * in the bytes, but for the checks named in the format.
 */
public final class PolicyJson {
    private PolicyJson() {}

    /**
     * How to read.
     *
     * @param limits how much is taken
     * @param texts the texts of the sources; where given, every quote of a source that names a document is checked
     */
    public record Options(Limits limits, Optional<Texts> texts) {
        /** Standard limits; quotes are not checked. */
        public static final Options STANDARD = new Options(Limits.STANDARD, Optional.empty());

        /** Refuses null. */
        public Options {
            Objects.requireNonNull(limits, "limits");
            Objects.requireNonNull(texts, "texts");
        }

        /** These options with other limits. */
        public Options withLimits(Limits value) {
            return new Options(value, texts);
        }

        /** These options, checking quotes against these texts. */
        public Options withTexts(Texts value) {
            return new Options(limits, Optional.of(value));
        }
    }

    /** Where the texts of sources are found. */
    public interface Texts {
        /** The text of the document that a source names, or empty where there is none. */
        Optional<String> text(String document);

        /**
         * The texts in a folder, as UTF-8. Documents are named by their path below it, with {@code /}; a name that
         * leads out of the folder has no text.
         *
         * @throws DocumentException when asked for a text that is there and cannot be read, or is longer than the limit
         */
        static Texts in(Path folder, Limits limits) {
            return document -> {
                Path file = folder.resolve(document);
                return SourceReader.leadsOut(document) || !Files.exists(file)
                        ? Optional.empty()
                        : Optional.of(new String(DocumentFile.bytes(file, document, limits), StandardCharsets.UTF_8));
            };
        }
    }

    /**
     * A policy and what is allowed in it and yet probably not meant.
     *
     * @param policy the policy
     * @param warnings the warnings, sorted by place
     */
    public record Loaded(Policy policy, List<Problem> warnings) {
        /** Copies the list. */
        public Loaded {
            Objects.requireNonNull(policy, "policy");
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Reads a policy.
     *
     * @param name how problems call the document
     * @throws DocumentException with every problem found
     */
    public static Policy read(String name, byte[] json) {
        return load(name, json, Options.STANDARD).policy();
    }

    /**
     * Reads a policy from a regular file, once.
     *
     * @throws DocumentException with every problem found, or if the file cannot be read
     */
    public static Policy read(Path file) {
        return load(file, Options.STANDARD).policy();
    }

    /**
     * Reads a policy and collects warnings.
     *
     * @param name how problems call the document
     * @throws DocumentException with every problem found
     */
    public static Loaded load(String name, byte[] json, Options options) {
        Document document = JsonDocument.read(name, json, options.limits());
        return PolicyReader.read(document, options);
    }

    /**
     * Reads a policy from a regular file, once, and collects warnings. Problems call it by its path if that is
     * relative, else by its file name.
     *
     * @throws DocumentException with every problem found, or if the file cannot be read
     */
    public static Loaded load(Path file, Options options) {
        String name = DocumentFile.name(file);
        return load(name, DocumentFile.bytes(file, name, options.limits()), options);
    }

    /**
     * A reader of conditions in the words of a policy, as the documents that name a policy hold them. Their form is that
     * of the conditions of rules. It gathers the words once, for all conditions of a document; for one thread at a time.
     *
     * @param problems takes every problem found
     * @return takes a node to its condition, or to nothing if there was a problem
     */
    public static Function<Node, Optional<Condition>> conditions(Policy policy, Problems problems) {
        ConditionReader reader = new ConditionReader(Known.of(policy), problems);
        return node -> {
            int before = problems.count();
            Condition condition = reader.read(node);
            return problems.count() == before ? Optional.of(condition) : Optional.empty();
        };
    }

    /**
     * The JSON text of a policy. Reading it gives an equal policy, and writing that the same characters. Deterministic;
     * ends with a line feed.
     */
    public static String write(Policy policy) {
        return JsonDocument.write(PolicyWriter.node(policy));
    }

    /** The JSON text of a condition, as in {@link #write(Policy)}. */
    public static String write(Condition condition) {
        return JsonDocument.write(ConditionWriter.node(condition));
    }

    /**
     * A hash of what a policy says: SHA-256 in hexadecimal digits, the same for any order of keys, rules and lists and
     * any white space, and another for any other content.
     */
    public static String contentHash(Policy policy) {
        return ContentHash.of(PolicyWriter.node(policy));
    }
}
