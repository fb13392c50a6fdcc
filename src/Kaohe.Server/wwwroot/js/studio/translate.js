// Shows Studio in Chinese. Studio's own words are replaced where they appear in the page; what people wrote is left alone (see owners.js).
import common from './words/common.js';
import definitions from './words/definitions.js';
import activities from './words/activities.js';
import instances from './words/instances.js';
import stateMachines from './words/state-machines.js';
import patterns from './words/patterns.js';
import { rememberHeading, whoseText } from './owners.js';

const table = new Map(Object.entries({ ...stateMachines, ...instances, ...activities, ...definitions, ...common }));
// The same words in another case, or with the sign of a required field or a full stop behind them.
const loose = new Map([...table].map(([english, chinese]) => [english.toLowerCase().replace(/[.:]$/, ''), chinese]));
// Over a column of times the word of a status means a moment.
const headings = new Map([['Finished', '结束时间']]);
// In a menu the word of a dialog's button is an act on what runs.
const menus = new Map([['Cancel', '取消运行']]);
// What the server calls the inputs and outputs of activities; Studio shows some of them by their technical names.
const settings = new Map();
// What dropdowns call their choices, by the name of the input: 考核对象 → all → 全部单位.
const choices = new Map();
const attributes = ['placeholder', 'title', 'aria-label', 'alt'];

export function learn(descriptors) {
    for (const { inputs, outputs } of descriptors.items) {
        for (const { name, displayName, uiHint, uiSpecifications } of [...inputs, ...outputs]) {
            if (!settings.has(name)) settings.set(name, displayName);
            if (uiHint === 'checkbox') choices.set(`${displayName}=True`, '是').set(`${displayName}=False`, '否');
            for (const { value, text } of uiSpecifications?.dropdown?.selectList.items ?? []) choices.set(`${displayName}=${value}`, text);
        }
    }
}

export function word(english) {
    const exact = table.get(english);
    if (exact !== undefined) return exact;
    const [, core, sign] = /^(.*?)([.:]?\s*\*?)$/s.exec(english);
    const found = table.get(core) ?? loose.get(core.toLowerCase());
    return found === undefined ? undefined : found + (sign.includes('*') ? '*' : sign.includes(':') && !/[：:]$/.test(found) ? '：' : '');
}

export function translate(text) {
    const english = text.trim().replace(/\s+/g, ' ');
    if (!/[a-z\d]/i.test(english)) return undefined;
    const known = word(english);
    if (known !== undefined) return known;
    for (const [pattern, chinese] of patterns) {
        const match = pattern.exec(english);
        if (match) return chinese(...match, name => word(name) ?? settings.get(name));
    }
    return settings.get(english);
}

function showText(node) {
    const text = node.data;
    if (!text.trim() || !node.parentElement) return;
    const owner = whoseText(node);
    if (owner === 'people') {
        showChoice(node, text.trim());
        return;
    }

    if (text.trim() === '.') {
        node.data = '。';
        return;
    }
    rememberHeading(node, text.trim());
    const chinese = (node.parentElement.closest('th') && headings.get(text.trim())) || (node.parentElement.closest('.mud-popover') && menus.get(text.trim())) || translate(text);
    if (chinese !== undefined && chinese !== text) node.data = text.replace(text.trim(), () => chinese);
}

// A value that somebody chose from a list is shown as the list shows it; the id over the drawing of an instance says nothing to people.
function showChoice(node, value) {
    const label = node.parentElement.closest('tr')?.cells[0]?.textContent.trim();
    const chosen = node.parentElement.closest('.mud-tab') && value === document.getElementById('studio')?.dataset.id ? '运行图' : choices.get(`${label}=${value}`);
    if (value && chosen) node.data = node.data.replace(value, () => chosen);
}

function showAttributes(element) {
    for (const name of attributes) {
        const text = element.getAttribute(name);
        const chinese = text && translate(text);
        if (chinese && chinese !== text) element.setAttribute(name, chinese);
    }
}

function show(node) {
    if (node.nodeType === Node.TEXT_NODE) showText(node);
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    showAttributes(node);
    for (const child of node.childNodes) show(child);
}

export function translateFrom(root) {
    new MutationObserver(changes => {
        for (const change of changes) {
            if (change.type === 'childList') change.addedNodes.forEach(show);
            else if (change.type === 'attributes') showAttributes(change.target);
            else showText(change.target);
        }
    }).observe(root, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: attributes });
    show(root);
}
