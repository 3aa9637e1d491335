package dev.shardline.listing.parallel;

import dev.shardline.storage.ListRequest;
import dev.shardline.storage.ListRequest.Depth;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectPage;
import dev.shardline.storage.ObjectStore;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;

/// Runs a listing in simulated time: every request takes its time, deciding takes none, and the
/// same seed gives the same course.
///
/// @param requests how many were sent
/// @param rounds how long the listing took, in units of a request's mean time
record ListingSimulation(int requests, double rounds) {
  private record Answer(double at, Question question, ObjectPage page) {}

  static ListingSimulation of(
      ObjectStore store, ObjectLocation prefix, int requestsAtOnce, long seed) throws IOException {
    Chain chain = new Chain(List.of(new Territory(prefix, _ -> store)), 4 * requestsAtOnce);
    PriorityQueue<Answer> onTheWay = new PriorityQueue<>(Comparator.comparing(Answer::at));
    Random random = new Random(seed);
    int requests = 0;
    double now = 0;
    do {
      while (onTheWay.size() < requestsAtOnce) {
        Optional<Question> next = chain.ask();
        if (next.isEmpty()) {
          break;
        }
        double duration = 0.6 + 0.8 * random.nextDouble();
        onTheWay.add(new Answer(now + duration, next.get(), page(store, next.get())));
        requests++;
      }
      Answer answer = onTheWay.remove();
      now = answer.at();
      tell(chain, answer);
      while (chain.deliver().isPresent()) {}
    } while (!chain.isComplete());
    return new ListingSimulation(requests, now);
  }

  private static ObjectPage page(ObjectStore store, Question question) throws IOException {
    return store.list(
        switch (question) {
          case Question.Keys(Territory territory, String after) ->
              new ListRequest(territory.prefix(), after, Depth.RECURSIVE, ListRequest.PAGE);
          case Question.Folders(_, Folder folder) ->
              new ListRequest(folder.location(), "", Depth.SHALLOW, ListRequest.PAGE);
        });
  }

  private static void tell(Chain chain, Answer answer) {
    switch (answer.question()) {
      case Question.Keys(Territory territory, String after) ->
          chain.answered(territory, after, answer.page());
      case Question.Folders(Territory territory, Folder folder) ->
          chain.probed(territory, folder, answer.page());
    }
  }
}
