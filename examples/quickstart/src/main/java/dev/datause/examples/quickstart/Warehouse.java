package dev.datause.examples.quickstart;

import dev.datause.Audience;
import dev.datause.Category;
import dev.datause.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Tables of made-up data. The names are those that {@code policy/pipelines.yaml} declares.
 *
 * @param accounts whose data it is
 * @param profiles one row for each account
 * @param posts posts, shown to anyone or to some
 * @param feedActivity what members did on the feed
 * @param adEngagement which ads they followed
 */
record Warehouse(
        List<Account> accounts, List<Row> profiles, List<Row> posts, List<Row> feedActivity, List<Row> adEngagement) {
    private static final List<String> INTERESTS =
            List.of("accounting", "databases", "gardening", "nursing", "sailing", "statistics", "welding");
    private static final List<String> OPENINGS =
            List.of("today I learned about", "looking for someone who knows", "ten years of", "why I gave up");

    /** Makes up so many accounts and their data, the same for every call. */
    static Warehouse madeUp(Vocabulary vocabulary, int count, LocalDate first, LocalDate last) {
        Random random = new Random(20_251_103L);
        MadeUpMembers members = new MadeUpMembers(vocabulary, random, first, last);
        Warehouse made = new Warehouse(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int number = 1; number <= count; number++) {
            Account account = new Account(number, members.next());
            made.accounts.add(account);
            made.profiles.add(row(account, "profile", Optional.empty(), members, random, "works in"));
            for (int i = random.nextInt(4); i > 0; i--) {
                String opening = OPENINGS.get(random.nextInt(OPENINGS.size()));
                made.posts.add(row(account, "public-post", audience(random), members, random, opening));
            }
            for (int i = random.nextInt(3); i > 0; i--) {
                made.feedActivity.add(row(account, "feed-activity", Optional.empty(), members, random, "liked"));
            }
            for (int i = random.nextInt(2); i > 0; i--) {
                made.adEngagement.add(row(account, "ad-engagement", Optional.empty(), members, random, "followed"));
            }
        }
        return made;
    }

    private static Row row(
            Account account,
            String category,
            Optional<Audience> audience,
            MadeUpMembers members,
            Random random,
            String opening) {
        LocalDate day = members.day();
        Optional<LocalDate> collected = random.nextInt(100) < 2 ? Optional.empty() : Optional.of(day);
        String interest = INTERESTS.get(random.nextInt(INTERESTS.size()));
        return new Row(account, Category.of(category), audience, collected, opening + " " + interest);
    }

    private static Optional<Audience> audience(Random random) {
        int draw = random.nextInt(100);
        return draw < 80
                ? Optional.of(Audience.of("public"))
                : draw < 96 ? Optional.of(Audience.of("limited")) : Optional.empty();
    }

    int rows() {
        return profiles.size() + posts.size() + feedActivity.size() + adEngagement.size();
    }
}
