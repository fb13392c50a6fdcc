// What Studio asks the server, seen from outside: notes are shown, names of settings are learnt, and what Studio asks at every stroke of the mouse is asked once.
import { tell } from './notes.js';
import { learn } from './translate.js';

const types = /\/descriptors\/activities(\?|$)/;
const choices = /\/descriptors\/activities\/[^/]+\/options\/[^/]+$/;
const fresh = 2000;
const asked = new Map();

export function watchRequests() {
    const send = globalThis.fetch.bind(globalThis);
    globalThis.fetch = async (resource, options) => {
        const answer = await (choices.test(String(resource?.url ?? resource)) ? once(resource, options, send) : send(resource, options));
        if (answer.ok && types.test(String(resource?.url ?? resource))) learn(await answer.clone().json());
        const note = answer.headers.get('X-Kaohe-Note');
        if (note) tell(decodeURIComponent(note));
        return answer;
    };
}

// While a panel is open Studio asks for the choices of a dependent dropdown whenever it draws anything.
async function once(resource, options, send) {
    const question = `${resource?.url ?? resource}\n${await text(options?.body)}`;
    if (!asked.has(question)) {
        asked.set(question, send(resource, options));
        setTimeout(() => asked.delete(question), fresh);
    }
    return (await asked.get(question)).clone();
}

const text = body => (body === undefined || body === null ? '' : new Response(body).text());
