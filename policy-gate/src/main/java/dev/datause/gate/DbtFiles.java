package dev.datause.gate;

import dev.datause.document.DocumentException;
import dev.datause.document.DocumentFile;
import dev.datause.document.Limits;
import dev.datause.document.Position;
import dev.datause.document.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Compares a manifest with the files that it says it was made from. dbt has computed its checksums in several ways over
 * the years: of the file as it is, without blanks at its ends, with one blank for each run of blanks, without blanks and
 * in small letters, and each of these with the line ends of Unix. A file is the same if any of these gives the checksum.
 */
final class DbtFiles {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Path folder;
    private final DbtManifest manifest;
    private final DbtRules rules;
    private final Problems problems;
    private final Set<String> accepted = new HashSet<>();

    private DbtFiles(Path folder, DbtManifest manifest, DbtRules rules, Problems problems) {
        this.folder = folder;
        this.manifest = manifest;
        this.rules = rules;
        this.problems = problems;
    }

    /** Reports every file that differs, and every name of a file that may differ and does not. */
    static void compare(Path folder, DbtManifest manifest, DbtRules rules, Problems problems, Problems ofMapping) {
        DbtFiles files = new DbtFiles(folder.toAbsolutePath().normalize(), manifest, rules, problems);
        Set<String> done = new HashSet<>();
        for (DbtNode node : manifest.nodes().values()) {
            if (node.source().checksum().isPresent()
                    && done.add(node.source().dbtPackage() + ":" + node.source().file())) {
                files.compare(node, node.source().checksum().get());
            }
        }
        files.unknown();
        rules.stale().forEach((file, at) -> {
            if (!files.accepted.contains(file)) {
                ofMapping.add(
                        FindingCode.UNMATCHED_RULE,
                        at,
                        "the file " + ofMapping.shown(file) + " is not one that differs",
                        "take it away");
            }
        });
    }

    private void compare(DbtNode node, Stated<String> checksum) {
        String file = node.source().file();
        if (file.isEmpty() || file.endsWith(".yml") || file.endsWith(".yaml")) {
            // The checksum of what is written in YAML is not that of the file.
            return;
        }
        String dbtPackage = node.source().dbtPackage();
        boolean own = manifest.project().map(dbtPackage::equals).orElse(true);
        String path = own ? file : "dbt_packages/" + dbtPackage + "/" + file;
        Optional<Path> found = inside(path);
        if (found.isEmpty()) {
            differs(path, checksum.at().at(), "leads out of the project");
        } else if (Files.isRegularFile(found.get(), LinkOption.NOFOLLOW_LINKS)) {
            try {
                byte[] bytes = DocumentFile.bytes(found.get(), path, Limits.STANDARD.withFileBytes(64 << 20));
                if (!sums(bytes).contains(checksum.value())) {
                    differs(path, checksum.at().at(), "is not the one that the manifest was made from");
                }
            } catch (DocumentException unreadable) {
                differs(path, checksum.at().at(), "cannot be read");
            }
        } else if (own) {
            differs(path, checksum.at().at(), "is not there");
        }
    }

    /** Models and snapshots that were written since: what stands in a folder of models is one. */
    private void unknown() {
        Map<String, Position> folders = new TreeMap<>();
        for (DbtNode node : manifest.nodes().values()) {
            String file = node.source().file();
            boolean coded = node.kind() == DbtKind.MODEL || node.kind() == DbtKind.SNAPSHOT;
            boolean own =
                    manifest.project().map(node.source().dbtPackage()::equals).orElse(false);
            if (coded && own && file.indexOf('/') > 0) {
                folders.putIfAbsent(
                        file.substring(0, file.indexOf('/')), node.at().at());
            }
        }
        folders.forEach((name, at) -> inside(name).filter(Files::isDirectory).ifPresent(root -> {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(Files::isRegularFile)
                        .map(file -> DocumentFile.name(folder.relativize(file)))
                        .filter(file -> file.endsWith(".sql") || file.endsWith(".py"))
                        .filter(file -> !manifest.files().contains(file))
                        .sorted()
                        .forEach(file -> differs(file, at, "is not in the manifest"));
            } catch (IOException | UncheckedIOException e) {
                differs(name, at, "cannot be read");
            }
        }));
    }

    private Optional<Path> inside(String path) {
        try {
            return Optional.of(folder.resolve(path).normalize()).filter(file -> file.startsWith(folder));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private void differs(String path, Position at, String how) {
        if (rules.stale().containsKey(path)) {
            accepted.add(path);
            return;
        }
        problems.add(
                FindingCode.STALE_METADATA,
                at,
                "the file " + problems.shown(path) + " " + how,
                "run dbt again, or name the file under \"stale\" in the mapping");
    }

    private static Set<String> sums(byte[] bytes) {
        Set<String> sums = new LinkedHashSet<>();
        sums.add(sum(bytes));
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (String lines : List.of(text, text.replace("\r\n", "\n"))) {
            String bare = lines.strip();
            for (String form : List.of(
                    lines,
                    bare,
                    BLANKS.matcher(bare).replaceAll(" "),
                    BLANKS.matcher(bare).replaceAll("").toLowerCase(Locale.ROOT))) {
                sums.add(sum(form.getBytes(StandardCharsets.UTF_8)));
            }
        }
        return sums;
    }

    private static String sum(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
