package dev.shardline.listing.parallel;

import dev.shardline.storage.ListRequest.Depth;
import java.io.IOException;
import java.util.Optional;

/// Asks for one page after another, whichever the frontier says, until there is none to ask for.
///
/// @param frontier shared with the other threads
record ListingThread(Frontier frontier) implements Runnable {
  @Override
  public void run() {
    try {
      for (Optional<Question> next = frontier.next(); next.isPresent(); next = frontier.next()) {
        ask(next.get());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // the listing has ended
    }
  }

  private void ask(Question question) {
    try {
      tell(question);
    } catch (IOException | RuntimeException failure) {
      frontier.fail(question.territory(), failure);
    }
  }

  private void tell(Question question) throws IOException {
    switch (question) {
      case Question.Keys(Territory territory, String after) ->
          frontier.answered(
              territory, after, territory.ask(territory.prefix(), after, Depth.RECURSIVE));
      case Question.Folders(Territory territory, Folder folder) ->
          frontier.probed(territory, folder, territory.ask(folder.location(), "", Depth.SHALLOW));
    }
  }
}
