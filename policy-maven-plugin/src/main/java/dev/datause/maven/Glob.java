package dev.datause.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * A pattern of file names: {@code ?} is one character, {@code *} any number of them within a name, {@code **} any
 * number of folders. Always matches the whole path, case and all.
 *
 * <p>Matching goes back at most to the last star, on both levels: the cost is bounded by the product of the lengths,
 * however many stars there are.
 */
final class Glob {
    private static final String FOLDERS = "**";

    private final List<String> parts;

    private Glob(List<String> parts) {
        this.parts = parts;
    }

    /** The pattern, with slashes; refuses one that leads out of the folder where it begins. */
    static Glob of(String pattern, String parameter) throws MojoExecutionException {
        List<String> parts = List.of(pattern.split("/", -1));
        for (String part : parts) {
            boolean stars = part.contains(FOLDERS) && !part.equals(FOLDERS);
            if (part.isEmpty() || part.equals(".") || part.equals("..") || part.contains("\\") || stars) {
                throw PolicyMojo.couldNot(
                        parameter + ": '" + pattern
                                + "' is no pattern: names with '/' between, from the module's folder, '**' alone between slashes");
            }
        }
        return new Glob(parts);
    }

    /** The folder above everything that the pattern matches. */
    String folder() {
        List<String> fixed = new ArrayList<>();
        for (String part : parts.subList(0, parts.size() - 1)) {
            if (part.contains("*") || part.contains("?")) {
                break;
            }
            fixed.add(part);
        }
        return String.join("/", fixed);
    }

    /** Whether a path with slashes matches. */
    boolean matches(String path) {
        List<String> names = List.of(path.split("/", -1));
        int name = 0;
        int part = 0;
        int star = -1;
        int retry = 0;
        while (name < names.size()) {
            if (part < parts.size() && parts.get(part).equals(FOLDERS)) {
                star = part++;
                retry = name;
            } else if (part < parts.size() && matches(parts.get(part), names.get(name))) {
                part++;
                name++;
            } else if (star >= 0) {
                part = star + 1;
                name = ++retry;
            } else {
                return false;
            }
        }
        while (part < parts.size() && parts.get(part).equals(FOLDERS)) {
            part++;
        }
        return part == parts.size();
    }

    private static boolean matches(String pattern, String name) {
        int at = 0;
        int next = 0;
        int star = -1;
        int retry = 0;
        while (at < name.length()) {
            if (next < pattern.length() && pattern.charAt(next) == '*') {
                star = next++;
                retry = at;
            } else if (next < pattern.length()
                    && (pattern.charAt(next) == '?' || pattern.charAt(next) == name.charAt(at))) {
                next++;
                at++;
            } else if (star >= 0) {
                next = star + 1;
                at = ++retry;
            } else {
                return false;
            }
        }
        while (next < pattern.length() && pattern.charAt(next) == '*') {
            next++;
        }
        return next == pattern.length();
    }
}
