import * as vscode from 'vscode';
import {
  CloseAction,
  type BaseLanguageClient,
  ErrorAction,
  type CloseHandlerResult,
  type ErrorHandler,
  type ErrorHandlerResult,
  type LanguageClientOptions,
} from 'vscode-languageclient';
import { say } from './language.js';
import { offerLog } from './offer-log.js';

/** A server that stops more often than this, within this many milliseconds, is not started again by itself. */
const mostStops = 4;
const within = 3 * 60 * 1000;

/**
 * Says in the user's language what the connection to the server has to say, once and with a way out; what VS Code would say
 * about it is English. The details are in the log.
 */
export class ServerFailures implements ErrorHandler {
  private stops: number[] = [];

  /** @param restart starts a server that has stopped */
  constructor(
    private readonly channel: vscode.LogOutputChannel,
    private readonly restart: () => Promise<void>,
  ) {}

  /** To go with the other options of the client. */
  get options(): Pick<LanguageClientOptions, 'errorHandler' | 'initializationFailedHandler'> {
    return { errorHandler: this, initializationFailedHandler: () => false };
  }

  /** A message that cannot be read does no harm; a connection that is gone closes by itself. */
  error(): ErrorHandlerResult {
    return { action: ErrorAction.Continue, handled: true };
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    this.stops = [...this.stops.filter((stop) => now - stop < within), now];
    if (this.stops.length <= mostStops) return { action: CloseAction.Restart, handled: true };
    void offerLog(
      this.channel,
      vscode.window.showErrorMessage,
      say(
        'Kamerbrief is een paar keer achter elkaar gestopt en leest nu niet meer mee. Uw tekst is er nog: sla hem op.',
        'Kamerbrief has stopped a few times in a row and does not read along any more. Your text is still there: save it.',
      ),
      {
        [say('Opnieuw starten', 'Start again')]: () => {
          this.stops = [];
          return this.restart().catch(() => undefined);
        },
      },
    );
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  /** Starts the server for the first time. The commands work without it. */
  async start(client: BaseLanguageClient): Promise<void> {
    const log = client.error.bind(client);
    client.error = (message, data) => log(message, data, false);
    try {
      await client.start();
    } catch {
      void offerLog(
        this.channel,
        vscode.window.showErrorMessage,
        say(
          'Kamerbrief kon niet starten en leest niet mee. Laad het venster opnieuw; helpt dat niet, installeer de extensie dan opnieuw.',
          'Kamerbrief could not start and does not read along. Reload the window; if that does not help, install the extension anew.',
        ),
        {
          [say('Venster opnieuw laden', 'Reload the window')]: () =>
            vscode.commands.executeCommand('workbench.action.reloadWindow'),
        },
      );
    }
  }
}
